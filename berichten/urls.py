from django.urls import path

from . import views

urlpatterns = [path("berichten/", views.mijn_berichten, name="mijn_berichten")]
