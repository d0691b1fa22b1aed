from django.urls import path

from .views import meedoen

urlpatterns = [path("meedoen/", meedoen.meedoen, name="meedoen")]
