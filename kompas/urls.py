from django.urls import path

from . import views

urlpatterns = [path("meedoen/", views.meedoen, name="meedoen")]
